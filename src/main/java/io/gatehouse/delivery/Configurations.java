package io.gatehouse.delivery;

import org.springframework.data.jpa.repository.JpaRepository;

/** The configurations by game. */
interface Configurations extends JpaRepository<DeliveryConfiguration, String> {}
