// Verifies a webhook with the packages that receivers on Node use. Reads {secrets, headers, body} and prints a line for each success.
const { readFileSync } = require("node:fs");

const { secrets, headers, body } = JSON.parse(readFileSync(0, "utf8"));
for (const name of ["standardwebhooks", "svix"]) {
    const { Webhook } = require(name);
    for (const secret of secrets) {
        new Webhook(secret).verify(body, headers);
        console.log(name);
    }
    const tampered = body.replace("out-", "OUT-");
    try {
        new Webhook(secrets[0]).verify(tampered, headers);
        console.log("forged");
    } catch (error) {
        console.log("refused");
    }
}
