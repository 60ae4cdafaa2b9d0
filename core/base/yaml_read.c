#include "core/base/embedded.h"
#include "core/base/yaml.h"
#include "core/base/yaml_places.h"

const struct yaml_value *yaml_read(struct arena *arena, struct arena *scratch,
                                   const struct source *source, const struct message *not_yaml,
                                   struct diagnostics *diags)
{
    struct text places = embedded_places(source->text);
    return places.size > 0 ? yaml_places_read(scratch, source, places)
                           : yaml_parse(arena, scratch, source, not_yaml, diags);
}
