package io.gatehouse.exemption.web;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Explanation;
import io.gatehouse.access.Game;
import io.gatehouse.core.Username;
import io.gatehouse.exemption.ExemptionStatus;
import io.gatehouse.exemption.Exemptions;
import io.gatehouse.workflow.Form;
import io.gatehouse.workflow.Forms;

/** What the section about the exemption shows, on whichever page it stands. */
@Component("exemptionSection")
class ExemptionSection {

    static final String FORM = "request-exemption";
    static final String TYPED = "exemptionValues";
    static final String ERRORS = "exemptionErrors";

    private final Exemptions exemptions;
    private final Forms forms;
    private final Access access;

    ExemptionSection(Exemptions exemptions, Forms forms, Access access) {
        this.exemptions = exemptions;
        this.forms = forms;
        this.access = access;
    }

    /** @param username the person who looks at it */
    public Section of(Game game, String username) {
        var who = new Username(username);
        return new Section(
                exemptions.status(game.appId()),
                access.explain(who, Capability.EXEMPTION_REQUEST, game.appId()),
                who,
                forms.get(FORM));
    }

    record Section(ExemptionStatus status, Explanation may, Username me, Form form) {}
}
