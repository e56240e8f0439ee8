package io.gatehouse.merchant;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MerchantRepository extends ListCrudRepository<Merchant, String> {

    /**
     * By name, from a place on.
     *
     * @param like a pattern in lower case, with {@code !} before what is no wildcard
     */
    @Query("""
            select m from Merchant m
             where (lower(m.name) like :like escape '!' or lower(m.id) like :like escape '!')
               and (m.name > :name or m.name = :name and m.id > :id)
             order by m.name, m.id
            """)
    List<Merchant> search(String like, String name, String id, Limit limit);
}
