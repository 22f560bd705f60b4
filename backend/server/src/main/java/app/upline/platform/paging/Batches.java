package app.upline.platform.paging;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All pages of a list, one after the other, each fetched when it is asked for: an export holds no
 * more than one.
 */
public final class Batches<T> implements Iterator<List<T>> {

  private static final int SIZE = 500;

  private final Function<PageRequest, Page<T>> pages;
  private @Nullable PageRequest request = PageRequest.first(SIZE);

  public Batches(Function<PageRequest, Page<T>> pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    return request != null;
  }

  @Override
  public List<T> next() {
    if (request == null) {
      throw new NoSuchElementException();
    }
    Page<T> page = pages.apply(request);
    request = page.next() == null ? null : request.after(page.next());
    return page.items();
  }
}
