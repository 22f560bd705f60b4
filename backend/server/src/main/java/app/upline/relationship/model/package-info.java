/**
 * A relationship in the words of the contract, for every room that shows one.
 *
 * <p>Features do not know the contract, and no feature's web room looks into another's. A
 * relationship is shown by two of them, the register's and the submissions'; rather than write
 * forty fields down twice, this room, which holds nothing else, may import both the contract and
 * the register.
 */
@NullMarked
package app.upline.relationship.model;

import org.jspecify.annotations.NullMarked;
