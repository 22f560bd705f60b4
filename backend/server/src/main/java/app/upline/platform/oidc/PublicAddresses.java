package app.upline.platform.oidc;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses only. The connection is made to the very address that was
 * looked at, so a name that resolves to another one a moment later gains nothing.
 */
record PublicAddresses(boolean loopbackToo) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!isPublic(address) && !(loopbackToo && address.isLoopbackAddress())) {
        throw new UnknownHostException("An address that is not public");
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && (address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes));
  }

  /** Not "this network", shared, protocol assignments, benchmarking, or reserved (RFC 6890). */
  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return first != 0
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && bytes[2] == 0)
        && !(first == 198 && (second == 18 || second == 19))
        && first < 240;
  }

  /** Global unicast, and none that hides an address of version 4 (6to4, Teredo). */
  private static boolean isPublic6(byte[] bytes) {
    int head = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    boolean teredo = head == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
    return (head & 0xe000) == 0x2000 && head != 0x2002 && !teredo;
  }
}
