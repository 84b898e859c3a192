#!/usr/bin/env python3
"""Fail where a server answered a query in another way than by the compiler: all_compiled.py METRICS-ADDRESS"""
import re
import sys
import urllib.request

text = urllib.request.urlopen(sys.argv[1], timeout=10).read().decode()
ways = {way: float(n) for way, n in re.findall(r'^councilgraph_queries_total\{way="(\w+)"\} (\S+)', text, re.M)}
print("queries:", ways)
if not ways.get("compiled") or ways.get("executed") or ways.get("failed"):
    sys.exit("queries that were not answered by the compiler; graph/plan does not take them")
