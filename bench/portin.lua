-- POSTs port-ins, each of another telephone number. Arguments: the file with the body, in which the
-- number stands as 9194809871; the round, from 0, so that no two rounds use the same number.
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local before, after, area
local made = 0

function init(args)
  local file = assert(io.open(args[1]))
  local body = file:read("*a")
  file:close()
  local from, to = body:find("9194809871", 1, true)
  before, after = body:sub(1, from - 1), body:sub(to + 1)
  area = 220 + 2 * tonumber(args[2]) + number  -- an area code for each round of each thread
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/xml"
end

function request()
  local exchange = 220 + math.floor(made / 10000) % 80
  local line = made % 10000
  made = made + 1
  return wrk.format(nil, nil, nil, before .. area .. exchange .. string.format("%04d", line) .. after)
end
