package org.tonmeister.gateway.contract;

/** A file of tokens. */
final class TokenTexts {
    static final String FILE = """
        # name scopes sha256
        all upload,read,admin a0a44ed8cfc32b7e61befeb99bbff7706808c3fe4dcdf4750a8addb3ffcd4008
        reader read 3d0941964aa3ebdcb00ccef58b1bb399f9f898465e9886d5aec7f31090a0fb30
        uploader upload cfdc129e475d7bb885854f7c3a86d34a35b662a1706e7585d7b88647b9535447
        """;

    private TokenTexts() {}
}
