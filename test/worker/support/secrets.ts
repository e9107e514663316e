/** What the deployment under test is given: everything here is public and worth nothing elsewhere. */
export const sealingSecret = "the sealing secret of the tests";

export const operatorKey = "agon_testtest_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

/** Hex SHA-256 of the key, as `printf %s KEY | sha256sum` prints it. */
export const operatorKeyHash = "f10f5a60e0f199f4d8cb65a7faab1b157e2228544343f0afc8b7b034a6c66d34";
