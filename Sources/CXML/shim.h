#include <libxml/xmlversion.h>
/* Debian's libxml2 brings in ICU's headers, which clash with the ICU inside Foundation. Only the type of encoding
   handlers depends on it, and nobody here touches those. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
