"""Counts the public addresses in a list of ranges, by Python's ipaddress.

Reads lines of JSON, each a list of ranges; for each prints {"v4": number, "v6": text of a number}.
"""

import ipaddress
import json
import sys

SPECIAL = [
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24"
        " 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
        " ::/3 4000::/2 8000::/1 2001:db8::/32 3fff::/20"
    ).split()
]


def without(networks, block):
    for network in networks:
        if network.version != block.version or not network.overlaps(block):
            yield network
        elif not network.subnet_of(block):
            yield from network.address_exclude(block)


for line in sys.stdin:
    networks = [ipaddress.ip_network(text, strict=False) for text in json.loads(line)]
    counts = {}
    for version in (4, 6):
        public = list(ipaddress.collapse_addresses(network for network in networks if network.version == version))
        for block in SPECIAL:
            public = list(without(public, block))
        counts[version] = sum(network.num_addresses for network in public)
    print(json.dumps({"v4": counts[4], "v6": str(counts[6])}))
