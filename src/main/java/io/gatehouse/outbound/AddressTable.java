package io.gatehouse.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The address ranges that are not globally reachable unicast, after the IANA special-purpose registries. The first
 * range that holds an address names its kind. IPv6 is an allow-list: outside {@code 2000::/3} nothing is public.
 */
class AddressTable {

    private static final List<Range> V4 = Stream.of(
                    "169.254.169.254/32 METADATA",
                    "169.254.170.2/32 METADATA",
                    "168.63.129.16/32 METADATA",
                    "100.100.100.200/32 METADATA",
                    "192.0.0.192/32 METADATA",
                    "255.255.255.255/32 BROADCAST",
                    "0.0.0.0/8 UNSPECIFIED",
                    "10.0.0.0/8 PRIVATE",
                    "100.64.0.0/10 CARRIER_NAT",
                    "127.0.0.0/8 LOOPBACK",
                    "169.254.0.0/16 LINK_LOCAL",
                    "172.16.0.0/12 PRIVATE",
                    "192.0.0.0/24 RESERVED",
                    "192.0.2.0/24 DOCUMENTATION",
                    "192.31.196.0/24 RESERVED",
                    "192.52.193.0/24 TUNNEL",
                    "192.88.99.0/24 SIX_TO_FOUR",
                    "192.168.0.0/16 PRIVATE",
                    "192.175.48.0/24 RESERVED",
                    "198.18.0.0/15 BENCHMARK",
                    "198.51.100.0/24 DOCUMENTATION",
                    "203.0.113.0/24 DOCUMENTATION",
                    "224.0.0.0/4 MULTICAST",
                    "240.0.0.0/4 RESERVED")
            .map(Range::parse)
            .toList();

    private static final List<Range> V6 = Stream.of(
                    "0:0:0:0:0:0:0:0/128 UNSPECIFIED",
                    "0:0:0:0:0:0:0:1/128 LOOPBACK",
                    "fd00:ec2:0:0:0:0:0:254/128 METADATA",
                    "fd20:ce:0:0:0:0:0:254/128 METADATA",
                    "0:0:0:0:0:ffff:0:0/96 IPV4_MAPPED",
                    "0:0:0:0:ffff:0:0:0/96 IPV4_MAPPED",
                    "0:0:0:0:0:0:0:0/96 IPV4_MAPPED",
                    "64:ff9b:0:0:0:0:0:0/96 NAT64",
                    "64:ff9b:1:0:0:0:0:0/48 NAT64",
                    "2001:0:0:0:0:0:0:0/32 TEREDO",
                    "2001:2:0:0:0:0:0:0/48 BENCHMARK",
                    "2001:db8:0:0:0:0:0:0/32 DOCUMENTATION",
                    "2001:0:0:0:0:0:0:0/23 RESERVED",
                    "2002:0:0:0:0:0:0:0/16 SIX_TO_FOUR",
                    "2620:4f:8000:0:0:0:0:0/48 RESERVED",
                    "3fff:0:0:0:0:0:0:0/20 DOCUMENTATION",
                    "3ffe:0:0:0:0:0:0:0/16 RESERVED",
                    "fc00:0:0:0:0:0:0:0/7 UNIQUE_LOCAL",
                    "fe80:0:0:0:0:0:0:0/10 LINK_LOCAL",
                    "fec0:0:0:0:0:0:0:0/10 SITE_LOCAL",
                    "ff00:0:0:0:0:0:0:0/8 MULTICAST")
            .map(Range::parse)
            .toList();

    private static final Range GLOBAL_V6 = Range.parse("2000:0:0:0:0:0:0:0/3 PUBLIC");

    private AddressTable() {}

    static AddressKind kind(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return V4.stream()
                    .filter(it -> it.holds(bytes))
                    .map(Range::kind)
                    .findFirst()
                    .orElse(AddressKind.PUBLIC);
        }
        return V6.stream()
                .filter(it -> it.holds(bytes))
                .map(Range::kind)
                .findFirst()
                .orElseGet(() -> outsideTheTable(bytes));
    }

    private static AddressKind outsideTheTable(byte[] bytes) {
        if (!GLOBAL_V6.holds(bytes)) {
            return AddressKind.RESERVED;
        }
        return carriesAnIpv4AddressForIsatap(bytes) ? AddressKind.TUNNEL : AddressKind.PUBLIC;
    }

    private static boolean carriesAnIpv4AddressForIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }

    /** A block of addresses of one kind. */
    private record Range(byte[] prefix, int length, AddressKind kind) {

        static Range parse(String line) {
            var parts = line.split("[/ ]");
            return new Range(numbers(parts[0]), Integer.parseInt(parts[1]), AddressKind.valueOf(parts[2]));
        }

        private static byte[] numbers(String text) {
            var v6 = text.contains(":");
            var groups = text.split("[:.]");
            var bytes = new byte[v6 ? 16 : 4];
            for (var i = 0; i < groups.length; i++) {
                var number = Integer.parseInt(groups[i], v6 ? 16 : 10);
                if (v6) {
                    bytes[2 * i] = (byte) (number >> 8);
                    bytes[2 * i + 1] = (byte) number;
                } else {
                    bytes[i] = (byte) number;
                }
            }
            return bytes;
        }

        boolean holds(byte[] address) {
            for (var bit = 0; bit < length; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
