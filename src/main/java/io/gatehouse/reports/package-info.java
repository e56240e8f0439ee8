/** What leaves as a workbook or is seen as a figure: exports of orders and of after-sales records, and the dashboard. */
@ApplicationModule(allowedDependencies = {"core", "charts", "access", "orders", "refunds", "delivery"})
@NullMarked
package io.gatehouse.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
