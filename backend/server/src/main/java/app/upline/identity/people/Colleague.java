package app.upline.identity.people;

import app.upline.identity.Role;
import java.util.Set;
import java.util.UUID;

/** A person who can be given work: no more about them than that takes. */
public record Colleague(UUID id, String name, Set<Role> roles) {}
