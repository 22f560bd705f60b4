package app.upline.identity.people;

import app.upline.identity.Role;
import java.util.Set;
import java.util.UUID;

/** Somebody of an organization who can be given work: no more of a person than that takes. */
public record Colleague(UUID id, String name, Set<Role> roles) {}
