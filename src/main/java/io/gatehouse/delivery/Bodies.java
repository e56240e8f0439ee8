package io.gatehouse.delivery;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Writes the bodies of notifications. */
@Component
class Bodies {

    private static final BodyForm A = new FormA();
    private static final BodyForm C = new FormC();
    private static final BodyForm D = new FormD();

    private final Clock clock;

    Bodies(Clock clock) {
        this.clock = clock;
    }

    /** What goes out, the same at every try. */
    String write(Form form, Occasion occasion, String appKey, boolean mock) {
        var seal = new Seal(appKey, mock, clock.instant());
        var document = document(form, occasion, seal);
        return form.isXml() ? Notation.xml(document) : Notation.json(document);
    }

    private static Map<String, Object> document(Form form, Occasion occasion, Seal seal) {
        return switch (form) {
            case A -> A.document(occasion, seal);
            case C_JSON, C_XML -> C.document(occasion, seal);
            case D_JSON, D_XML -> D.document(occasion, seal);
        };
    }
}
