package se.vardmote.directory.leaving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Things that are open because a test says so. */
public final class OpenOnPaper implements OpenMatters {
    public final List<OpenMatter> matters = new ArrayList<>();

    /** These and nothing else, as the product asks for what every module knows. */
    public ObjectProvider<OpenMatters> provider() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("open", this);
        return beans.getBeanProvider(OpenMatters.class);
    }

    @Override
    public String word() {
        return "duty";
    }

    @Override
    public To to() {
        return To.PROFESSIONAL;
    }

    @Override
    public boolean mayEnd() {
        return false;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return matters.stream()
                .filter(matter -> unit.id().equals(matter.unit()))
                .toList();
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return matters.stream().filter(matter -> staff.equals(matter.staff())).toList();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        return matters.remove(matter);
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        throw new IllegalStateException("ends by a signature");
    }
}
