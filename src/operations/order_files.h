#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The files of an order: …/{orderid}/loas, /loas/{fileid} and /loas/{fileid}/metadata. A file comes
// as the whole body, or as the first file of a multipart/form-data one; its type is one of the
// eight that the contract lists.
Answer list_files(const Call& call, engine::Visit& world);
Answer add_file(const Call& call, engine::Visit& world);
Answer get_file(const Call& call, engine::Visit& world);
Answer replace_file(const Call& call, engine::Visit& world);
Answer remove_file(const Call& call, engine::Visit& world);
Answer get_file_metadata(const Call& call, engine::Visit& world);
Answer set_file_metadata(const Call& call, engine::Visit& world);
Answer remove_file_metadata(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
