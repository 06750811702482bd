package se.vardmote.stories;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a story its {@link People}. The installation and the browser are started once for all stories; people, with
 * their cookies and pages, are new in each.
 */
final class Stories implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Stories.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == People.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var once = context.getRoot().getStore(OURS);
        var installation = once.computeIfAbsent(Installation.class, key -> Installation.start(), Installation.class);
        var browsers = once.computeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
        var people = new People(installation, browsers);
        context.getStore(OURS).put(People.class, people);
        return people;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var people = context.getStore(OURS).get(People.class, People.class);
        if (people != null && context.getExecutionException().isPresent()) {
            people.keepWhatTheySaw(context.getTestMethod().map(Method::getName).orElse("story"));
        }
    }
}
