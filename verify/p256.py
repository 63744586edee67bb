"""ECDSA on P-256, verification only, in plain numbers: FIPS 186-5, section 6.4.2."""

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def is_signed(point: tuple, digest: bytes, signature: str) -> bool:
    """Says whether r and s, 128 hexadecimal digits, are the smaller signature of this key over the digest."""
    r, s = int(signature[:64], 16), int(signature[64:], 16)
    if not (0 < r < N and 0 < s <= N // 2 and on_curve(point)):
        return False
    inverse = pow(s, -1, N)
    along_base = times(int.from_bytes(digest, "big") * inverse % N, G)
    along_key = times(r * inverse % N, point)
    result = plus(along_base, along_key)
    return result is not None and result[0] % N == r


def on_curve(point: tuple) -> bool:
    """Says whether the point solves the curve's equation."""
    x, y = point
    return 0 <= x < P and 0 <= y < P and (y * y - (x * x * x - 3 * x + B)) % P == 0


def plus(one, other):
    """Adds two points; None is the point at infinity."""
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        if (one[1] + other[1]) % P == 0:
            return None
        slope = (3 * one[0] * one[0] - 3) * pow(2 * one[1], -1, P)
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, P)
    x = (slope * slope - one[0] - other[0]) % P
    return x, (slope * (one[0] - x) - one[1]) % P


def times(number: int, point):
    """Adds a point to itself so many times."""
    result = None
    while number:
        if number & 1:
            result = plus(result, point)
        point = plus(point, point)
        number >>= 1
    return result
