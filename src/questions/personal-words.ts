const set = (words: string) => new Set(words.split(' '))

/** After these comes what somebody or some place is called; all without marks. */
export const namesFollow = set('ten goi')
export const titles = set(
  'anh chi co chu bac ong ba em chau ban thay di cau mo be con vo chong me bo ma cha toi minh la',
)
export const placesFollow = set(
  'xa phuong thon xom ap ban duong pho ngo ngach hem to khu khoi huyen quan tinh tp que o tai nha lang thanh',
)

export const surnames = set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh dao truong lam luong cao ' +
    'chau ta phung thach quach trieu luu tong vuong ton mac la lo cam vi hua giang nghiem chu kieu dam lai ong au',
)

/** Between a surname and a given name, nearly always a name. */
export const surelyMiddle = set('thi van')

/** Given names that are also spelt like other words when the marks are left out: alone they do not count as common words. */
export const givenNames = set(
  'an anh binh bich chau chi cuong dao diep dung duc giang ha hai hang hanh hien hieu hoa hoai hong hue hung huong ' +
    'huyen khanh khoa kien kim lam lan le lien linh loan loc long luan ly mai manh minh my nam nga ngan nghia ngoc ' +
    'nguyet nhan nhung oanh phong phuc phuong quan quang quy quynh son tam tan thai thang thanh thao the thien thinh ' +
    'tho thu thuan thuy tien tin toan trang tri trinh trung truong tu tuan tung tuyet uyen van viet vinh vy xuan yen ' +
    'bay sau tam chin muoi ba tu hai',
)

/** Digits said in words: a phone number need not have digits. */
export const digitWords = set('khong mot hai ba bon tu nam lam sau bay bay tam chin muoi')
