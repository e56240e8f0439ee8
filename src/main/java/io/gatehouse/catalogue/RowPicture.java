package io.gatehouse.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;

/** Finds the picture a row means: what its Image cell says, else what lies in the row, else the file of its id. */
final class RowPicture {

    private static final String FIELD = "picture";

    private final Set<String> inRow;
    private final Set<String> inZip;
    private final @Nullable PictureZip zip;
    private final FetchedPictures fetched;

    /**
     * @param inRow what the template's drop-down offers for "in this row", in every language
     * @param inZip likewise for "in the zip"
     */
    RowPicture(Set<String> inRow, Set<String> inZip, @Nullable PictureZip zip, FetchedPictures fetched) {
        this.inRow = inRow;
        this.inZip = inZip;
        this.zip = zip;
        this.fetched = fetched;
    }

    /** Fetches the pictures that rows name by address, ahead of asking for them one by one. */
    void fetchAhead(List<SheetRow> rows) {
        fetched.fetchAhead(rows.stream()
                .map(it -> it.cell(ImportColumn.IMAGE))
                .filter(RowPicture::isAddress)
                .toList());
    }

    static boolean namesAddress(SheetRow row) {
        return isAddress(row.cell(ImportColumn.IMAGE));
    }

    private static boolean isAddress(String said) {
        return said.startsWith("https://");
    }

    /** @throws InvalidValue if it names a picture that is not there, or one that breaks a rule */
    Optional<Picture> of(SheetRow row) {
        var said = row.cell(ImportColumn.IMAGE);
        if (inRow.contains(said)) {
            return Optional.of(only(row.pictures(), "picture.none-in-row"));
        }
        if (inZip.contains(said)) {
            return Optional.of(only(inZip(row), "picture.none-in-zip"));
        }
        if (isAddress(said)) {
            return Optional.of(Picture.read(fetched.of(said)));
        }
        if (!said.isEmpty()) {
            throw new InvalidValue(FIELD, "picture.cell-not-understood", said);
        }
        var found = row.pictures().isEmpty() ? inZip(row) : row.pictures();
        return found.isEmpty() ? Optional.empty() : Optional.of(only(found, "picture.missing"));
    }

    private List<byte[]> inZip(SheetRow row) {
        return zip == null ? List.of() : zip.of(row.cell(ImportColumn.CODE));
    }

    private static Picture only(List<byte[]> found, String otherwise) {
        if (found.size() > 1) {
            throw new InvalidValue(FIELD, "picture.several", found.size());
        }
        if (found.isEmpty()) {
            throw new InvalidValue(FIELD, otherwise);
        }
        return Picture.read(found.get(0));
    }
}
