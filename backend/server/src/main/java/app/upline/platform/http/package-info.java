/** What holds for every request and answer: request ids, entity tags and protective headers. */
@NullMarked
package app.upline.platform.http;

import org.jspecify.annotations.NullMarked;
