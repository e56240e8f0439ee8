package io.gatehouse.credentials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

import io.gatehouse.core.AppId;

/** The zip in which a credential travels: every file in it encrypted with AES-256. */
final class Archive {

    private Archive() {}

    static byte[] of(
            AppId game, String number, Issued issued, AppKey sandbox, WebhookSecret webhook, String passphrase) {
        var files = new LinkedHashMap<String, String>();
        files.put("certificate.pem", Pem.of(issued.certificate()));
        files.put("private-key.pem", issued.privateKey());
        if (!issued.authority().isEmpty()) {
            files.put("authority.pem", issued.authority());
        }
        files.put("keys.txt", """
                Credential: %s
                Game: %s
                Valid until: %s

                AppKey: %s
                Sandbox AppKey: %s
                Webhook secret: %s
                """.formatted(
                        number,
                        game,
                        issued.certificate().getNotAfter().toInstant(),
                        issued.appKey().value(),
                        sandbox.value(),
                        webhook.value()));
        return zip(files, passphrase);
    }

    private static byte[] zip(Map<String, String> files, String passphrase) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, passphrase.toCharArray())) {
            for (var file : files.entrySet()) {
                var parameters = new ZipParameters();
                parameters.setFileNameInZip(file.getKey());
                parameters.setEncryptFiles(true);
                parameters.setEncryptionMethod(EncryptionMethod.AES);
                parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
                zip.putNextEntry(parameters);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
