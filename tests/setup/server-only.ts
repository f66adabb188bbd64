// Stands in for the package `server-only`, whose one purpose is to fail outside a server bundle.
export {};
