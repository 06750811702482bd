package se.vardmote.training;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The training environment: fictional cast, test identity provider, start page. Loopback only. */
@SpringBootApplication
public class Training {
    public static void main(String[] arguments) {
        SpringApplication.run(Training.class, arguments);
    }
}
