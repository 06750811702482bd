package se.vardmote;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product's entry point. */
@SpringBootApplication
public class Vardmote {
    public static void main(String[] arguments) {
        SpringApplication.run(Vardmote.class, arguments);
    }
}
