/** What the deployment under test is given: everything here is public and worth nothing elsewhere. */
export const sealingSecret = "the sealing secret of the tests";

export const operatorKey = "agon_testtest_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1jDVF5";

/** Hex SHA-256 of the key, as `printf %s KEY | sha256sum` prints it. */
export const operatorKeyHash = "2633821bc9bb6801349c590ec49a2a7f0c505ed7f5f4bce12e8601733b85b6a0";

/** The key of a judge's endpoint. */
export const judgeKey = "sk-the-key-of-a-judge-under-test";
