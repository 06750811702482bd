package se.vardmote.stories;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a story a migrated {@link Production}, made once for all of them; each starts the nodes that it needs. */
final class InProduction implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(InProduction.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Production.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Production.class, key -> migrated(), Production.class);
    }

    private static Production migrated() {
        var production = new Production();
        FrontDoor.Said said = production.migrate();
        if (said.code() != 0) {
            production.close();
            throw new IllegalStateException("migrate: " + said);
        }
        return production;
    }
}
