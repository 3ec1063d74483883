#include <xlsxwriter.h>

/* The properties' text fields are not const in C, though they are only read; the date is never the clock's. */
static inline lxw_error kaochang_workbook_properties(lxw_workbook *workbook, const char *title, time_t created) {
    lxw_doc_properties properties = {.title = (char *)title, .created = created > 0 ? created : 1};
    return workbook_set_properties(workbook, &properties);
}
