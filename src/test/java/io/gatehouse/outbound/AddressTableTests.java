package io.gatehouse.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An address … */
class AddressTableTests {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(resources = "/outbound/addresses.csv", numLinesToSkip = 1)
    void isOfTheKindTheRegistriesSay(String address, AddressKind kind) throws UnknownHostException {

        assertThat(AddressTable.kind(raw(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2001:200::1",
                "2400:cb00::1",
                "2606:4700::1111",
                "2a00:1450:4001::200e",
                "2003::1",
                "3ffd::1"
            })
    void isPublicRightBesideARange(String address) throws UnknownHostException {

        assertThat(AddressTable.kind(InetAddress.getByName(address))).isEqualTo(AddressKind.PUBLIC);
    }

    /** Java hides mapped addresses behind their IPv4 form: this keeps the sixteen bytes. */
    private static InetAddress raw(String address) throws UnknownHostException {
        var parsed = InetAddress.getByName(address);
        if (!address.contains(":") || parsed.getAddress().length == 16) {
            return parsed;
        }
        var bytes = new byte[16];
        Arrays.fill(bytes, 10, 12, (byte) 0xff);
        System.arraycopy(parsed.getAddress(), 0, bytes, 12, 4);
        return Inet6Address.getByAddress(null, bytes, -1);
    }
}
