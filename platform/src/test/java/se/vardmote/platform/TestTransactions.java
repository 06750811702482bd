package se.vardmote.platform;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Gives an object that a test has built by hand the transactions that its {@code @Transactional} methods ask for. */
public final class TestTransactions {
    private TestTransactions() {}

    @SuppressWarnings("unchecked")
    public static <T> T around(TestDatabase db, T target) {
        var factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionInterceptor(
                new JdbcTransactionManager(db.appDataSource()), new AnnotationTransactionAttributeSource()));
        return (T) factory.getProxy(target.getClass().getClassLoader());
    }
}
