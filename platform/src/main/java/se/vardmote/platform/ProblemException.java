package se.vardmote.platform;

/** Carries a {@link Problem} to the edge. Its message is the slug only, so that a log never shows a person. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
