package app.upline.platform.edge;

import java.util.function.IntSupplier;

/**
 * An address that is open to callers who have not signed in, and where each request costs much.
 *
 * @param path as the contract has it
 * @param places how many may be in at a time, as things are now
 */
public record NarrowDoor(String path, IntSupplier places) {}
