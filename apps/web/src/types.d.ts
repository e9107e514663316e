/// <reference types="next" />
/// <reference types="react/canary" />
declare module "*.css" {}
