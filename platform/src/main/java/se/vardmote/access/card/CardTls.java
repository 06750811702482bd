package se.vardmote.access.card;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.tomcat.util.net.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The handshake of the card port: it asks for a card of the issuers we trust and has the browser prove that it holds the
 * key. Whether the card is good is asked afterwards ({@link CardCheck}): a handshake that fails shows the browser's own
 * page, which tells nobody that the card has expired.
 */
final class CardTls implements SSLContext {
    private final javax.net.ssl.SSLContext context;
    private final X509Certificate[] chain;
    private final AnyCard trust;

    CardTls(List<X509Certificate> certificate, PrivateKey key, X509Certificate[] issuers) {
        this.chain = certificate.toArray(X509Certificate[]::new);
        this.trust = new AnyCard(issuers);
        try {
            context = javax.net.ssl.SSLContext.getInstance("TLS");
            context.init(keys(key), new TrustManager[] {trust}, null);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("the card port's certificate and key do not fit", e);
        }
    }

    private KeyManager[] keys(PrivateKey key) throws GeneralSecurityException, java.io.IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("card-port", key, new char[0], chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return new KeyManager[] {new OnceOnly((X509ExtendedKeyManager) factory.getKeyManagers()[0])};
    }

    @Override
    public void init(KeyManager[] keys, TrustManager[] trusted, SecureRandom random) throws KeyManagementException {
        throw new KeyManagementException("made already");
    }

    @Override
    public void destroy() {}

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }

    /**
     * Our own key, which every handshake asks for that is not the continuation of another; and the last moment to say that
     * this one is not to be continued. A browser that remembered it would come in without the card: the ticket that it is
     * given holds the card's certificate, and nothing that the server forgets afterwards makes the ticket worthless.
     */
    private static final class OnceOnly extends X509ExtendedKeyManager {
        private final X509ExtendedKeyManager own;

        OnceOnly(X509ExtendedKeyManager own) {
            this.own = own;
        }

        @Override
        public @Nullable String chooseEngineServerAlias(String type, Principal @Nullable [] issuers, SSLEngine engine) {
            SSLSession begun = engine.getHandshakeSession();
            if (begun != null) begun.invalidate();
            return own.chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return own.getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return own.getPrivateKey(alias);
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return own.getServerAliases(type, issuers);
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, Socket socket) {
            throw new UnsupportedOperationException();
        }
    }

    /** Lets every certificate through the handshake, which proves the key, and vouches for none. */
    private static final class AnyCard extends X509ExtendedTrustManager {
        private final X509Certificate[] issuers;

        AnyCard(X509Certificate[] issuers) {
            this.issuers = issuers.clone();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return issuers.clone();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String how, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String how, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String how) {}

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String how, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String how, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String how) {
            throw new UnsupportedOperationException();
        }
    }
}
