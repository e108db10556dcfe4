// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.servlet.ClockworkServletFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Auto-configuration of the servlet filter, before all other filters, unless a bean registers it already. */
@AutoConfiguration(after = ClockworkAutoConfiguration.class)
@ConditionalOnClockwork
@ConditionalOnClass({Filter.class, FilterRegistrationBean.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ClockworkServletAutoConfiguration {
    /** For Spring. */
    public ClockworkServletAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(
            value = ClockworkServletFilter.class,
            parameterizedContainer = FilterRegistrationBean.class)
    FilterRegistrationBean<ClockworkServletFilter> clockworkFilter(Clockwork clockwork) {
        FilterRegistrationBean<ClockworkServletFilter> filter =
                new FilterRegistrationBean<>(ClockworkServletFilter.create(clockwork));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
