package dev.greenlight.testing;

/**
 * An empty database with an owner of its own.
 *
 * @param url JDBC address
 * @param username the owner, who may enter no other test's database
 * @param password the owner's
 */
public record Database(String url, String username, String password) {}
