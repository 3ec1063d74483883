#ifndef COPENSSL_SHIM_H
#define COPENSSL_SHIM_H

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/http.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/prctl.h>

/* Macros and variadic functions of OpenSSL, as functions; and the one of the system that keeps keys out of dumps. */

static inline int kc_forbid_dumps(void) {
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static inline EVP_PKEY *kc_generate_ec_key(const char *curve) {
    return EVP_PKEY_Q_keygen(NULL, NULL, "EC", (char *)curve);
}

static inline EVP_PKEY *kc_generate_key(const char *kind) {
    return EVP_PKEY_Q_keygen(NULL, NULL, kind);
}

/* An empty memory BIO is at its end, not waiting for more. */
static inline BIO *kc_new_memory_bio(void) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (bio != NULL) {
        BIO_set_mem_eof_return(bio, 0);
    }
    return bio;
}

static inline int kc_memory_bio_type(void) {
    return BIO_TYPE_MEM;
}

static inline int kc_bio_flush(BIO *bio) {
    return BIO_flush(bio);
}

/* Room for so many bytes in a memory BIO that is empty. */
static inline int kc_bio_reserve(BIO *bio, size_t bytes) {
    BUF_MEM *memory = NULL;
    if (bio == NULL || BIO_get_mem_ptr(bio, &memory) != 1 || BUF_MEM_grow_clean(memory, bytes) != bytes) {
        return 0;
    }
    memory->length = 0;
    return 1;
}

static inline long kc_bio_contents(BIO *bio, char **bytes) {
    return BIO_get_mem_data(bio, bytes);
}

/* RFC 2253, with letters outside ASCII as they are. */
static inline int kc_print_name(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}

static inline int kc_signer_count(CMS_ContentInfo *cms) {
    return sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms));
}

static inline CMS_SignerInfo *kc_signer(CMS_ContentInfo *cms, int index) {
    return sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), index);
}

/* The only certificate that a message carries, with a reference of its own; NULL when it carries none or several. */
static inline X509 *kc_only_certificate(CMS_ContentInfo *cms) {
    STACK_OF(X509) *certificates = CMS_get1_certs(cms);
    X509 *only = NULL;
    if (sk_X509_num(certificates) == 1) {
        only = sk_X509_value(certificates, 0);
        X509_up_ref(only);
    }
    sk_X509_pop_free(certificates, X509_free);
    return only;
}

/* A list of certificates, which holds a reference to each. */
static inline STACK_OF(X509) *kc_new_certificates(void) {
    return sk_X509_new_null();
}

static inline int kc_add_certificate(STACK_OF(X509) *certificates, X509 *certificate) {
    return X509_add_cert(certificates, certificate, X509_ADD_FLAG_UP_REF);
}

static inline void kc_free_certificates(STACK_OF(X509) *certificates) {
    sk_X509_pop_free(certificates, X509_free);
}

/* The only recipient of a message; NULL when it has none or several. */
static inline CMS_RecipientInfo *kc_only_recipient(CMS_ContentInfo *cms) {
    STACK_OF(CMS_RecipientInfo) *recipients = CMS_get0_RecipientInfos(cms);
    return sk_CMS_RecipientInfo_num(recipients) == 1 ? sk_CMS_RecipientInfo_value(recipients, 0) : NULL;
}

/* Whether a recipient by key agreement is the holder of a certificate, and nobody else. */
static inline int kc_is_certificate_holder(CMS_RecipientInfo *recipient, X509 *certificate) {
    if (recipient == NULL || CMS_RecipientInfo_type(recipient) != CMS_RECIPINFO_AGREE) {
        return 0;
    }
    STACK_OF(CMS_RecipientEncryptedKey) *keys = CMS_RecipientInfo_kari_get0_reks(recipient);
    return sk_CMS_RecipientEncryptedKey_num(keys) == 1
        && CMS_RecipientEncryptedKey_cert_cmp(sk_CMS_RecipientEncryptedKey_value(keys, 0), certificate) == 0;
}

/* Whether the holder of a certificate is among the recipients of a message. */
static inline int kc_has_certificate_holder(CMS_ContentInfo *cms, X509 *certificate) {
    STACK_OF(CMS_RecipientInfo) *recipients = CMS_get0_RecipientInfos(cms);
    for (int index = 0; index < sk_CMS_RecipientInfo_num(recipients); index++) {
        if (kc_is_certificate_holder(sk_CMS_RecipientInfo_value(recipients, index), certificate)) {
            return 1;
        }
    }
    return 0;
}

/* Whether a recipient is the holder of the secret key with this identifier. */
static inline int kc_is_key_holder(CMS_RecipientInfo *recipient, const unsigned char *identifier, size_t count) {
    return recipient != NULL && CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_KEK
        && CMS_RecipientInfo_kekri_id_cmp(recipient, identifier, count) == 0;
}

#endif
