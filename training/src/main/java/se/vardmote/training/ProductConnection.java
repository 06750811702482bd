package se.vardmote.training;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How to reach the running product, as the product wrote it to {@code run/connection.properties} and {@code secrets}.
 *
 * @param ownerUser the role that owns the schemas; the cast is inserted with it, the product never runs with it
 * @param productPort the port on which the product answers
 * @param clientSecret what the product shows the identity provider, from {@code secrets/oidc-client}
 * @param accountSecret the same for those with an account of the municipality, from {@code secrets/oidc-account-client}
 * @param visitorSecret the same for patients and relatives, from {@code secrets/oidc-visitor-client}
 * @param smsToken what the product shows when it sends a text message, from {@code secrets/sms-gateway}
 */
public record ProductConnection(
        String jdbcUrl,
        String ownerUser,
        String ownerPassword,
        int productPort,
        String clientSecret,
        String accountSecret,
        String visitorSecret,
        String smsToken) {

    /** @throws CannotStart when the product has not run there, or when its environment is not for training */
    public static ProductConnection in(Path data) {
        Properties file = read(data.resolve("run").resolve("connection.properties"));
        requireTraining(required(file, "environment"));
        return new ProductConnection(
                required(file, "jdbcUrl"),
                required(file, "ownerUser"),
                required(file, "ownerPassword"),
                Integer.parseInt(required(file, "port")),
                secret(data.resolve("secrets").resolve("oidc-client")),
                secret(data.resolve("secrets").resolve("oidc-account-client")),
                secret(data.resolve("secrets").resolve("oidc-visitor-client")),
                secret(data.resolve("secrets").resolve("sms-gateway")));
    }

    static void requireTraining(String environment) {
        if (!environment.equals("training")) {
            throw new CannotStart("Databasen är inte en provmiljö utan \"" + environment
                    + "\". De påhittade personerna läggs aldrig in där. Välj en annan katalog med --data.");
        }
    }

    private static Properties read(Path path) {
        Properties file = new Properties();
        try {
            file.load(new StringReader(Files.readString(path)));
            return file;
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static String secret(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static CannotStart unreadable(Path path, IOException failure) {
        return new CannotStart(
                failure instanceof NoSuchFileException
                        ? "Filen " + path + " finns inte. Starta först själva Vårdmöte: ./vardmote run"
                        : "Filen " + path + " går inte att läsa. Kör som samma användare som startade Vårdmöte.");
    }

    private static String required(Properties file, String name) {
        String value = file.getProperty(name);
        if (value == null) {
            throw new CannotStart(
                    "I run/connection.properties saknas " + name + ". Starta om Vårdmöte: ./vardmote run");
        }
        return value;
    }

    /** Without the password and the secret: records print their components. */
    @Override
    public String toString() {
        return "ProductConnection[productPort=" + productPort + "]";
    }
}
