/**
 * What stands between the sockets and the framework: one request at a time of each connection, and
 * no more of anything than this process can hold, whatever clients do.
 */
@NullMarked
package app.upline.platform.edge;

import org.jspecify.annotations.NullMarked;
