package io.gatehouse.catalogue;

/** What an import may do; it never deletes what its workbook does not name. */
public enum ImportMode {
    CREATE,
    CREATE_AND_UPDATE
}
