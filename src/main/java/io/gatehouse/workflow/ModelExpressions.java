package io.gatehouse.workflow;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/**
 * The engine's expression language, cut down to what our models say: a call of a {@code …Tasks} bean with the business
 * key, or a comparison of a variable. No other bean, no reflection, no script can be reached, whoever writes the text.
 */
class ModelExpressions extends SpringExpressionManager {

    private static final Pattern ALLOWED = Pattern.compile(Stream.of(
                    "[^$#]*", // a literal
                    "\\$\\{[a-z]\\w*Tasks\\.\\w+\\(execution\\.processBusinessKey\\)}",
                    "[$#]\\{execution\\.processBusinessKey}",
                    "\\$\\{!?[a-z]\\w*(\\s*(==|!=|<=|>=|<|>)\\s*('[\\w-]*'|\\d+|true|false))?}")
            .collect(Collectors.joining("|")));

    ModelExpressions(ApplicationContext beans) {
        super(beans, new TasksBeans(beans));
    }

    @Override
    public Expression createExpression(String expression) {
        return super.createExpression(allowed(expression));
    }

    @Override
    public ValueExpression createValueExpression(String expression) {
        return super.createValueExpression(allowed(expression));
    }

    private static String allowed(String expression) {
        if (!ALLOWED.matcher(expression).matches()) {
            throw new BadUserRequestException(
                    "Expression '" + expression
                            + "' is not allowed: a model calls ${…Tasks.verb(execution.processBusinessKey)} or compares a variable");
        }
        return expression;
    }

    /** The beans an expression can name. */
    private static class TasksBeans extends AbstractMap<Object, Object> {

        private final ApplicationContext beans;

        TasksBeans(ApplicationContext beans) {
            this.beans = beans;
        }

        @Override
        public boolean containsKey(Object name) {
            return name.toString().endsWith("Tasks") && beans.containsBean(name.toString());
        }

        @Override
        public Object get(Object name) {
            return beans.getBean(name.toString());
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return Set.of();
        }
    }
}
