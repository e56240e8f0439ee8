package org.camunda.bpm.engine.impl;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Shadows the class of camunda-engine 7.24.0 (CVE-2026-109432, fixed in 7.24.14 EE only): the original validators look
 * at the outer query only, so expressions inside "orQueries" were evaluated although ad-hoc expressions are disabled.
 */
public class QueryValidators {

    private QueryValidators() {}

    private static boolean hasExpressions(AbstractQuery<?, ?> query, Set<Object> seen) {
        if (!seen.add(query)) {
            return false; // a TaskQueryImpl contains itself as queries.get(0)
        }
        if (!query.getExpressions().isEmpty()) {
            return true;
        }
        if (query instanceof TaskQueryImpl) {
            for (TaskQueryImpl sub : ((TaskQueryImpl) query).getQueries()) {
                if (hasExpressions(sub, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasExpressions(AbstractQuery<?, ?> query) {
        return hasExpressions(query, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    public static class AdhocQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {
        @SuppressWarnings("rawtypes")
        public static final AdhocQueryValidator INSTANCE = new AdhocQueryValidator();

        private AdhocQueryValidator() {}

        @Override
        public void validate(T query) {
            if (!Context.getProcessEngineConfiguration().isEnableExpressionsInAdhocQueries() && hasExpressions(query)) {
                throw new BadUserRequestException("Expressions are forbidden in adhoc queries");
            }
        }

        @SuppressWarnings("unchecked")
        public static <T extends AbstractQuery<?, ?>> AdhocQueryValidator<T> get() {
            return (AdhocQueryValidator<T>) INSTANCE;
        }
    }

    public static class StoredQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {
        @SuppressWarnings("rawtypes")
        public static final StoredQueryValidator INSTANCE = new StoredQueryValidator();

        private StoredQueryValidator() {}

        @Override
        public void validate(T query) {
            if (!Context.getProcessEngineConfiguration().isEnableExpressionsInStoredQueries()
                    && hasExpressions(query)) {
                throw new BadUserRequestException("Expressions are forbidden in stored queries");
            }
        }

        @SuppressWarnings("unchecked")
        public static <T extends AbstractQuery<?, ?>> StoredQueryValidator<T> get() {
            return (StoredQueryValidator<T>) INSTANCE;
        }
    }
}
