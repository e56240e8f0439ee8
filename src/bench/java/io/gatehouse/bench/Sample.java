package io.gatehouse.bench;

/**
 * What one round of one contestant came to.
 *
 * @param perSecond orders, from the first callback until the last is stored as delivered
 * @param cpu seconds of its processes for 1000 orders, until nothing is left to do
 * @param databaseCpu the same of the database
 * @param wal bytes of write-ahead log for an order
 * @param p50 milliseconds from paid to acknowledged
 * @param p99 the same
 */
record Sample(double perSecond, double cpu, double databaseCpu, double wal, double p50, double p99) {}
