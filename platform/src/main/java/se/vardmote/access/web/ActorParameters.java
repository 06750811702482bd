package se.vardmote.access.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actor;
import se.vardmote.access.Actors;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.SocialStaff;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.Visitor;
import se.vardmote.platform.ProblemException;

/**
 * Gives controllers the actor that they name, or {@code Optional} of it. One that is asked for without Optional and is
 * not there is refused, so that a rights row wider than the controller lets nobody in by mistake.
 */
final class ActorParameters implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Actor.class.isAssignableFrom(wanted(parameter)) && wanted(parameter) != Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<? extends Actor> actor = find(wanted(parameter));
        if (parameter.getParameterType() == Optional.class) return actor;
        return actor.orElseThrow(() -> new ProblemException(missing(wanted(parameter))));
    }

    private static Class<?> wanted(MethodParameter parameter) {
        if (parameter.getParameterType() != Optional.class) return parameter.getParameterType();
        return ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve(Object.class);
    }

    private static Optional<? extends Actor> find(Class<?> wanted) {
        return Actors.current().flatMap(actors -> find(wanted, actors));
    }

    private static Optional<? extends Actor> find(Class<?> wanted, Actors actors) {
        if (wanted == StaffMember.class) return actors.staff();
        if (wanted == SocialStaff.class) return actors.social();
        if (wanted == SystemAdministrator.class) return actors.administrator();
        if (wanted == EnrolledDevice.class) return actors.device();
        if (wanted == InvitedVisitor.class) return actors.invited();
        if (wanted == GuestVisitor.class) return actors.guest();
        if (wanted == Seated.class) return actors.seated();
        return wanted == Visitor.class ? Optional.of(new Visitor()) : Optional.empty();
    }

    private static AccessProblem missing(Class<?> wanted) {
        if (wanted == GuestVisitor.class) return new AccessProblem.LinkNeeded();
        if (wanted == Seated.class) return new AccessProblem.SeatNeeded();
        if (wanted == EnrolledDevice.class || wanted == InvitedVisitor.class)
            return new AccessProblem.DeviceOrCodeNeeded();
        return new AccessProblem.SignInNeeded();
    }
}
