// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

/** A service as a user would write it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@Import({ShopApplication.Stock.class, ShopApplication.Mailer.class})
class ShopApplication {
    @Bean
    RestTemplate restTemplate() {
        return new RestTemplate();
    }

    @Bean
    Mailer mailer(Clockwork clockwork) {
        return new Mailer(clockwork);
    }

    /** The controller. */
    @RestController
    static class Stock {
        private final Clockwork clockwork;
        private final ObjectProvider<Mailer> mailer;
        private final CyclicBarrier both = new CyclicBarrier(2);

        Stock(Clockwork clockwork, ObjectProvider<Mailer> mailer) {
            this.clockwork = clockwork;
            this.mailer = mailer;
        }

        @GetMapping("/stock/{product}")
        String stock(@PathVariable String product) {
            clockwork.event("stock.read").read("product:" + product, "7").record();
            return "1";
        }

        /** Two concurrent requests overwrite the version that both have read. */
        @GetMapping("/race/{product}/{version}")
        String race(@PathVariable String product, @PathVariable String version)
                throws InterruptedException, BrokenBarrierException {
            clockwork.event("stock.read").read("product:" + product, "7").record();
            both.await();
            clockwork
                    .event("stock.written")
                    .wrote("product:" + product, "7", version)
                    .record();
            return "sold";
        }

        @GetMapping("/mail")
        String mail() {
            clockwork.event("mail.wanted").record();
            return mailer.getObject().send().join();
        }
    }

    /** Runs tasks asynchronously. */
    static class Mailer {
        private final Clockwork clockwork;

        Mailer(Clockwork clockwork) {
            this.clockwork = clockwork;
        }

        @Async
        CompletableFuture<String> send() {
            clockwork.event("mail.sent").record();
            return CompletableFuture.completedFuture(Thread.currentThread().getName());
        }
    }
}
